package org.gridclear.clearing.audit;

/** How far a result may be from a rule and still keep it. */
final class Tolerance {
  /** Of powers, in MW. */
  static final double MW = 2e-3;

  /** By how much a count may exceed what a solver reports as relaxed. */
  static final double COUNT = 1e-3;

  private Tolerance() {}
}
