package org.gridclear.cli.account;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gridclear account audit seal}: seal what was added since the last seal, now. */
@Command(name = "seal", description = "Seal what was added since the last seal, now.")
final class AuditSealCommand extends SealingCommand {
  @Mixin private SealPlace place;

  @Override
  public Integer call() {
    return made(place.seals()::seal);
  }
}
