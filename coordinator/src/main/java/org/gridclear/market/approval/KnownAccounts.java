package org.gridclear.market.approval;

/** Whether who did an earlier step is an account: a name that was typed may be anybody's. */
@FunctionalInterface
public interface KnownAccounts {
  /** There are no accounts: every name is what somebody typed. */
  KnownAccounts NONE = name -> {};

  /**
   * That there is an account of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  void require(String name);
}
