/**
 * Unit-commitment cases of the ARPA-E Grid Optimization Competition, Challenge 3. Start at {@link
 * GoCompetitionFormat}.
 */
package org.gridclear.io.gocompetition;
