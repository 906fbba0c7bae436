/** Offers that were taken down for a clearing, over HTTP. */
@NullMarked
package org.gridclear.web.monitoring.mitigation;

import org.jspecify.annotations.NullMarked;
