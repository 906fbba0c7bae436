/** Commands that hand things to other systems and take them from there. */
@NullMarked
package org.gridclear.cli.exchange;

import org.jspecify.annotations.NullMarked;
