package studio.avatar.gateway.account;

/**
 * What a person has, as the sum of the ledger says.
 *
 * @param available credits that can be spent
 * @param held credits set aside for work under way
 */
public record Balance(int available, int held) {

}
