/**
 * Unit-commitment cases of the ARPA-E Grid Optimization Competition, Challenge 3. Start at {@link
 * GoCompetitionFormat}.
 */
@NullMarked
package org.gridclear.io.gocompetition;

import org.jspecify.annotations.NullMarked;
