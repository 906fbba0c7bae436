/** Tables, queries and pages of power flows, screenings and sensitivities. */
@NullMarked
package org.gridclear.report.security;

import org.jspecify.annotations.NullMarked;
