/** Which indices a market has, at the command line. */
@NullMarked
package org.gridclear.cli.monitoring.catalogue;

import org.jspecify.annotations.NullMarked;
