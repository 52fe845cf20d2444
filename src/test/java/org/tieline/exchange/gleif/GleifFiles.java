package org.tieline.exchange.gleif;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Writes golden copies: every column of the published layout that anybody could look at, every cell in quotes. */
final class GleifFiles {
    static final String SWEDEN = lei("TIELINEPARENT00000");
    static final String NORWAY = lei("TIELINECHILD000000");
    static final String GRANDCHILD = lei("TIELINEGRANDCHILD0");
    static final String AMERICA = lei("TIELINEAMERICA0000");

    static final String DIRECT_PARENT = "DIRECT_ACCOUNTING_CONSOLIDATION_PARENT";
    static final String ULTIMATE_PARENT = "ULTIMATE_ACCOUNTING_CONSOLIDATION_PARENT";

    private static final List<String> ADDRESS = List.of(
            "xmllang",
            "FirstAddressLine",
            "AddressNumber",
            "AddressNumberWithinBuilding",
            "MailRouting",
            "AdditionalAddressLine.1",
            "AdditionalAddressLine.2",
            "AdditionalAddressLine.3",
            "City",
            "Region",
            "Country",
            "PostalCode");

    private GleifFiles() {}

    /** An identifier with its check digits. */
    static String lei(String first18) {
        int rest = 0;
        for (int i = 0; i < first18.length(); i++) {
            int value = Character.digit(first18.charAt(i), 36);
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        }
        int check = 98 - rest * 100 % 97;
        return first18 + (char) ('0' + check / 10) + (char) ('0' + check % 10);
    }

    static List<String> entityColumns() {
        List<String> columns = new ArrayList<>(List.of("LEI", "Entity.LegalName", "Entity.LegalName.xmllang"));
        for (String names : List.of(
                "Entity.OtherEntityNames.OtherEntityName.",
                "Entity.TransliteratedOtherEntityNames.TransliteratedOtherEntityName.")) {
            for (int i = 1; i <= 5; i++) {
                columns.addAll(List.of(names + i, names + i + ".xmllang", names + i + ".type"));
            }
        }
        for (String address : List.of("Entity.LegalAddress.", "Entity.HeadquartersAddress.")) {
            ADDRESS.forEach(part -> columns.add(address + part));
        }
        for (String address : List.of(
                "Entity.OtherAddresses.OtherAddress.",
                "Entity.TransliteratedOtherAddresses.TransliteratedOtherAddress.")) {
            for (int i = 1; i <= 2; i++) {
                columns.addAll(List.of(address + i + ".xmllang", address + i + ".type"));
                for (String part : ADDRESS.subList(1, ADDRESS.size())) {
                    columns.add(address + i + "." + part);
                }
            }
        }
        columns.addAll(List.of(
                "Entity.RegistrationAuthority.RegistrationAuthorityID",
                "Entity.RegistrationAuthority.OtherRegistrationAuthorityID",
                "Entity.RegistrationAuthority.RegistrationAuthorityEntityID",
                "Entity.LegalJurisdiction",
                "Entity.EntityCategory",
                "Entity.EntitySubCategory",
                "Entity.LegalForm.EntityLegalFormCode",
                "Entity.LegalForm.OtherLegalForm",
                "Entity.AssociatedEntity.type",
                "Entity.AssociatedEntity.AssociatedLEI",
                "Entity.AssociatedEntity.AssociatedEntityName",
                "Entity.EntityStatus",
                "Entity.EntityCreationDate",
                "Entity.EntityExpirationDate",
                "Entity.EntityExpirationReason"));
        numbered(columns, "Entity.SuccessorEntity.", "SuccessorLEI", "SuccessorEntityName", "SuccessorEntity.xmllang");
        numbered(
                columns,
                "Entity.LegalEntityEvents.LegalEntityEvent.",
                "LegalEntityEventType",
                "event_status",
                "LegalEntityEventEffectiveDate",
                "LegalEntityEventRecordedDate");
        columns.addAll(List.of(
                "Registration.InitialRegistrationDate",
                "Registration.LastUpdateDate",
                "Registration.RegistrationStatus",
                "Registration.NextRenewalDate",
                "Registration.ManagingLOU",
                "Registration.ValidationSources",
                "Registration.ValidationAuthority.ValidationAuthorityID",
                "Registration.ValidationAuthority.OtherValidationAuthorityID",
                "Registration.ValidationAuthority.ValidationAuthorityEntityID",
                "ConformityFlag"));
        return columns;
    }

    static List<String> exceptionColumns() {
        return List.of("LEI", "Exception.Category", "Exception.Reason.1", "Exception.Reference.1");
    }

    static List<String> relationshipColumns() {
        List<String> columns = new ArrayList<>(List.of(
                "Relationship.StartNode.NodeID",
                "Relationship.StartNode.NodeIDType",
                "Relationship.EndNode.NodeID",
                "Relationship.EndNode.NodeIDType",
                "Relationship.RelationshipType",
                "Relationship.RelationshipStatus"));
        numbered(columns, "Relationship.Period.", "startDate", "endDate", "periodType");
        numbered(columns, "Relationship.Qualifiers.", "QualifierDimension", "QualifierCategory");
        numbered(columns, "Relationship.Quantifiers.", "MeasurementMethod", "QuantifierAmount", "QuantifierUnits");
        columns.addAll(List.of(
                "Registration.InitialRegistrationDate",
                "Registration.LastUpdateDate",
                "Registration.RegistrationStatus",
                "Registration.NextRenewalDate",
                "Registration.ManagingLOU",
                "Registration.ValidationSources",
                "Registration.ValidationDocuments",
                "Registration.ValidationReference"));
        return columns;
    }

    private static void numbered(List<String> columns, String group, String... parts) {
        IntStream.rangeClosed(1, 5).forEach(i -> List.of(parts).forEach(part -> columns.add(group + i + "." + part)));
    }

    /** An issued entity; the changes are pairs of column and value. */
    static GleifRow entity(String lei, String name, String country, String... changes) {
        return changed(
                Map.of(
                        "LEI", lei,
                        "Entity.LegalName", name,
                        "Entity.LegalAddress.Country", country,
                        "Entity.HeadquartersAddress.Country", country,
                        "Entity.EntityCategory", "GENERAL",
                        "Entity.EntityStatus", "ACTIVE",
                        "Registration.RegistrationStatus", "ISSUED"),
                changes);
    }

    /** A published relationship since 2017-12-06, after a period of accounts that is not it. */
    static GleifRow relationship(String child, String type, String parent, String... changes) {
        return changed(
                Map.of(
                        "Relationship.StartNode.NodeID", child,
                        "Relationship.EndNode.NodeID", parent,
                        "Relationship.RelationshipType", type,
                        "Relationship.RelationshipStatus", "ACTIVE",
                        "Relationship.Period.1.startDate", "2021-01-01T01:00:00+01:00",
                        "Relationship.Period.1.endDate", "2021-12-31T01:00:00+01:00",
                        "Relationship.Period.1.periodType", "ACCOUNTING_PERIOD",
                        "Relationship.Period.2.startDate", "2017-12-06T01:00:00+01:00",
                        "Relationship.Period.2.periodType", "RELATIONSHIP_PERIOD",
                        "Registration.RegistrationStatus", "PUBLISHED"),
                changes);
    }

    /** Why an entity names no parent. */
    static GleifRow exception(String lei, String category, String reason) {
        return new GleifRow(Map.of("LEI", lei, "Exception.Category", category, "Exception.Reason.1", reason));
    }

    private static GleifRow changed(Map<String, String> row, String... changes) {
        return new GleifRow(row).with(changes);
    }

    static String csv(List<String> columns, GleifRow... rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().quoteStrategy(QuoteStrategies.ALWAYS).build(text)) {
            csv.writeRecord(columns);
            for (GleifRow row : rows) {
                csv.writeRecord(row.of(columns));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
