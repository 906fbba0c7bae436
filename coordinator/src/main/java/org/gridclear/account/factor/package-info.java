/** Second factors that are no codes: hardware keys, and commands that a browser lets in. */
@org.jspecify.annotations.NullMarked
package org.gridclear.account.factor;
