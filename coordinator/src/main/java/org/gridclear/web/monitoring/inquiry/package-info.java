/** What the regulator asks about prices, over HTTP. */
@NullMarked
package org.gridclear.web.monitoring.inquiry;

import org.jspecify.annotations.NullMarked;
