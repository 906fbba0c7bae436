package org.gridclear.cli.declaration;

import org.gridclear.account.Scope;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.market.gate.Declarant;
import org.gridclear.market.store.declaration.StoredDeclaration;

/** What commands of {@code gridclear declarations} share. */
abstract class ReceiptQuestion extends PrintingCommand {
  static final Declarant OPERATOR = new Declarant("operator", Scope.ALL);

  static StoredDeclaration stored(java.util.Optional<StoredDeclaration> found, long number) {
    return found.orElseThrow(
        () -> new IllegalArgumentException("There is no receipt %d.".formatted(number)));
  }
}
