/** Checks of declarations: rules, what they object to, and sizes of prices. */
package org.gridclear.market.declaration.check;
