package studio.avatar.gallery.wrong.chicken;

import studio.avatar.gallery.wrong.egg.EggHelper;

/** Depends on what depends on it. */
public record Chicken(EggHelper from) {
}
