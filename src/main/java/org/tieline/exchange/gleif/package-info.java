/** Who owns whom by the Global LEI Foundation: its files of entities and relationships come in, a folder of tables leaves. */
package org.tieline.exchange.gleif;
