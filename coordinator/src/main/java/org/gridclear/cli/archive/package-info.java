/** {@code gridclear archive}: what is kept how long, copies of a market, who did what. */
@NullMarked
package org.gridclear.cli.archive;

import org.jspecify.annotations.NullMarked;
