/** Commands of the registry of a market. */
@NullMarked
package org.gridclear.cli.registry;

import org.jspecify.annotations.NullMarked;
