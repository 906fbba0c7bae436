/** Cases as the clearing reads them, and the state that one run hands to the next. */
@NullMarked
package org.gridclear.clearing.input;

import org.jspecify.annotations.NullMarked;
