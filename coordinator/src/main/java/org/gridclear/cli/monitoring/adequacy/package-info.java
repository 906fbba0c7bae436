/** The command of adequacy. */
@NullMarked
package org.gridclear.cli.monitoring.adequacy;

import org.jspecify.annotations.NullMarked;
