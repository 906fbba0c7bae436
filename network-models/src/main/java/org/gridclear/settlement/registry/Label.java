package org.gridclear.settlement.registry;

/**
 * A name in the two languages of bills.
 *
 * @param en English
 * @param zh Chinese
 */
public record Label(String en, String zh) {}
