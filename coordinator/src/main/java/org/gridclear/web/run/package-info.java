/** Runs as the desk and programs ask for, list, cancel and send them again. */
@NullMarked
package org.gridclear.web.run;

import org.jspecify.annotations.NullMarked;
