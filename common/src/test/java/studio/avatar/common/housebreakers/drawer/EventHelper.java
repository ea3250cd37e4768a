package studio.avatar.common.housebreakers.drawer;

/** Nobody knows what it is. */
class EventHelper {

}
