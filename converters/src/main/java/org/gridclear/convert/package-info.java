/**
 * Networks in PSS/E, UCTE, IEEE-CDF and CGMES files, by PowSyBl's converters: each format is a
 * {@link org.gridclear.io.FileFormat}; {@link IidmNetwork} turns what they make into our network.
 */
@NullMarked
package org.gridclear.convert;

import org.jspecify.annotations.NullMarked;
