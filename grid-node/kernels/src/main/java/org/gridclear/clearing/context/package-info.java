/** What a clearing is given beside its case, what it says on the way, and how it ends. */
@NullMarked
package org.gridclear.clearing.context;

import org.jspecify.annotations.NullMarked;
