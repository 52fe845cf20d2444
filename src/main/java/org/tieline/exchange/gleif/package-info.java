/** Who owns whom by the Global LEI Foundation: its files of entities and relationships come in, a folder of tables leaves. */
@NullMarked
package org.tieline.exchange.gleif;

import org.jspecify.annotations.NullMarked;
