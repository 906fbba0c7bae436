/** Health and metrics for those who watch the server. */
@NullMarked
package org.gridclear.web.metrics;

import org.jspecify.annotations.NullMarked;
