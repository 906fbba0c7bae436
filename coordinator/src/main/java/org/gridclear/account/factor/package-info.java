/** Second factors that are no codes: hardware keys, and commands that a browser lets in. */
@NullMarked
package org.gridclear.account.factor;

import org.jspecify.annotations.NullMarked;
