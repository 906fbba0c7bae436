package org.gridclear.web.account;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.gridclear.account.Right;

/**
 * Which rights open a call; one of them is enough. A call of the market without it is refused to
 * everybody.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
  /** Rights of which the caller has one at least. */
  Right[] value();
}
