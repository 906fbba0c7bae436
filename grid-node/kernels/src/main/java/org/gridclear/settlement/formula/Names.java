package org.gridclear.settlement.formula;

import java.util.Optional;

/** What names mean where a formula stands. */
@FunctionalInterface
public interface Names {
  /** The value of a name; nothing if it means nothing here. */
  Optional<Value> find(String name, FormulaCompiler compiler);
}
