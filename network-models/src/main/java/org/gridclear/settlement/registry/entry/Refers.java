package org.gridclear.settlement.registry.entry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** That a field holds the id of another record, which must hold on all the same days. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Refers {
  /** Kinds of which it may be one. */
  EntryKind[] value();
}
