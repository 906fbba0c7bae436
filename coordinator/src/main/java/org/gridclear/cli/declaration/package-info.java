/** Commands of declarations: declare, look at receipts, what is in force, what markets take. */
@NullMarked
package org.gridclear.cli.declaration;

import org.jspecify.annotations.NullMarked;
