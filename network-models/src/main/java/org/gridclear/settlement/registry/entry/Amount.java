package org.gridclear.settlement.registry.entry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a number of a record is written; it is kept as a whole number of its last decimal. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Amount {
  /** Decimals that it has. */
  int decimals() default 4;

  /** Least value, in units of the last decimal. */
  long least() default 0;

  /** Greatest value, in units of the last decimal: that of settlement (SET-05). */
  long most() default 400_000_000L;
}
