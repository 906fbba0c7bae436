package org.gridclear.settlement.registry;

/**
 * A legal person that is billed.
 *
 * @param id code
 * @param name registered name
 * @param type kind of member
 * @param bank account for payments
 * @param validity days on which this record holds
 */
public record Member(String id, String name, String type, String bank, Validity validity) {}
