/**
 * N-1 screening: what every outage does to every monitored device, DC and AC. {@link
 * org.gridclear.security.screening.ScreeningKernel} is the entry.
 */
@NullMarked
package org.gridclear.security.screening;

import org.jspecify.annotations.NullMarked;
