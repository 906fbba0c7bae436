/** Conduct and impact of offers (EQ-14), and who could relieve a constraint (EQ-12). */
@NullMarked
package org.gridclear.monitoring.conduct;

import org.jspecify.annotations.NullMarked;
