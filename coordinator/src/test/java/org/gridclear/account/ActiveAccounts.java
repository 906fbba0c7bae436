package org.gridclear.account;

import java.util.List;

/** Accounts whose owners have chosen a password, for tests of who may do what. */
public final class ActiveAccounts {
  private ActiveAccounts() {}

  /** Makes one that is active, without the time that hashes take. */
  public static void make(Accounts accounts, String name, List<String> groups, Scope scope) {
    accounts.add(name, groups, scope);
    accounts.update(name, before -> before.withPassword("1:00:00"));
  }
}
