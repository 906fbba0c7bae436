/** Commands of the network alone: power flow, screening, sensitivities. */
@NullMarked
package org.gridclear.cli.security;

import org.jspecify.annotations.NullMarked;
