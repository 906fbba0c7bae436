/** Interventions into a day over HTTP. */
@NullMarked
package org.gridclear.web.market.intervention;

import org.jspecify.annotations.NullMarked;
