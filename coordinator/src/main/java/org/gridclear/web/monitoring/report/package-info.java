/** Reports of the market's supervision over HTTP. */
@NullMarked
package org.gridclear.web.monitoring.report;

import org.jspecify.annotations.NullMarked;
