package org.gridclear.cli.account;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code gridclear account audit rotate}: seal with the key until now, which names a new key for
 * all that follow.
 */
@Command(
    name = "rotate",
    description = "Seal with the key until now, which names a new key for all that follow.")
final class AuditRotateCommand extends SealingCommand {
  @Mixin private SealPlace place;

  @Override
  public Integer call() {
    return made(place.seals()::rotate);
  }
}
