package org.gridclear.cli.registry;

import org.gridclear.account.Actor;
import org.gridclear.account.Right;

/** Who may change the registry. */
final class RegistryRights {
  private RegistryRights() {}

  /**
   * That somebody may.
   *
   * @param needed the right to propose, or to review
   * @throws IllegalArgumentException if the account lacks it, or sees only a part of the registry
   */
  static void require(Actor actor, Right needed) {
    if (!actor.scope(needed).isAll()) {
      throw new IllegalArgumentException(
          "Changes of the registry are for accounts that see all of it.");
    }
  }
}
