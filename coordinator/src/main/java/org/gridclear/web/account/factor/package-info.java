/** Second factors and commands that are let in, over HTTP. */
@NullMarked
package org.gridclear.web.account.factor;

import org.jspecify.annotations.NullMarked;
