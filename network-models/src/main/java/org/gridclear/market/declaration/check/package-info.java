/** Checks of declarations: rules, what they object to, and sizes of prices. */
@NullMarked
package org.gridclear.market.declaration.check;

import org.jspecify.annotations.NullMarked;
