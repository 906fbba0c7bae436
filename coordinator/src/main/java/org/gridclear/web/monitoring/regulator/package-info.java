/** Calls of what the regulator asks and decides. */
@NullMarked
package org.gridclear.web.monitoring.regulator;

import org.jspecify.annotations.NullMarked;
