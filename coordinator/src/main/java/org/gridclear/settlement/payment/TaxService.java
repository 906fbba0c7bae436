package org.gridclear.settlement.payment;

import java.io.IOException;

/**
 * What makes electronic invoices: a system of the tax authority, behind a program or an address.
 */
@FunctionalInterface
public interface TaxService {
  /**
   * Asks for an invoice. Asked again for the same one, it answers the same number.
   *
   * @param payload JSON (docs/settlement-process.md)
   * @return its answer, JSON with {@code number}
   * @throws IOException if it did not answer, or refused
   */
  byte[] make(byte[] payload) throws IOException;
}
