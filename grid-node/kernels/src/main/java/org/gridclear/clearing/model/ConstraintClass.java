package org.gridclear.clearing.model;

/**
 * A family of the catalogue: it adds its columns and rows to the model of a case. Families beyond
 * the built-in ones register as a service of this type ({@code META-INF/services}) and need no
 * change of the kernel (B-26).
 */
public interface ConstraintClass {
  /** Adds the family to the model, if the case has it in effect. */
  void addTo(ClearingModel model);
}
