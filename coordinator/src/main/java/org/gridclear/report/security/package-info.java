/** Tables, queries and pages of power flows, screenings and sensitivities. */
package org.gridclear.report.security;
