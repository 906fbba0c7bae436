/** Bodies of answers that several controllers give. */
@NullMarked
package org.gridclear.web.answer;

import org.jspecify.annotations.NullMarked;
