/** Commands that publish, tell and hand on. */
@NullMarked
package org.gridclear.cli.publication;

import org.jspecify.annotations.NullMarked;
