package org.tieline.question.screening;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tieline.model.IdentifierScheme;
import org.tieline.question.parameter.IdentifierText;

/**
 * What the columns of somebody else's table are taken for. A field is taken from the column that has its name; if there is none,
 * from the first that is called so in another case or language.
 *
 * @param taken the header of the column that was taken for a field, by field; in the order of {@link #FIELDS}
 * @param others the headers of the columns that are handed through
 */
record ScreeningColumns(Map<String, String> taken, List<String> others) {
    /** What is understood, by the names of the API. */
    static final List<String> FIELDS = List.of("name", "id", "identifier", "country", "reference");

    /** Entries without a table. */
    static final ScreeningColumns NONE = new ScreeningColumns(Map.of(), List.of());

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** How people head such columns, with neither case nor accents nor spaces, field by field. */
    private static final Map<String, String> WORDS = words("""
            name: name names company companyname companies organization organisation organizationname organisationname entity
            name: entityname legalname legalentity supplier suppliername vendor vendorname carrier operator counterparty customer firm
            name: firma firmenname firmname unternehmen lieferant societe entreprise raisonsociale fournisseur denomination nom nombre
            name: empresa razonsocial proveedor nome fornecedor azienda ragionesociale fornitore denominazione naam bedrijf namn foretag
            name: nazwa nazev nev unvan sirket название наименование компания организация назва 名称 公司 公司名称 企业 企业名称 名稱 企業
            name: 名前 会社 会社名 企業名 회사 회사명 이름 상호 الاسم الشركة اسمالشركة שם חברה
            name: fullname companylegalname vendorlegalname supplierlegalname legalentityname nameofentity nameofcompany partyname
            name: businessname tradingname manufacturer manufacturername provider contractor bidder hersteller bezeichnung fabricant
            name: fabricante produttore nomdelasociete nomdelentreprise nombredelaempresa nomedaempresa firmanavn virksomhed yritys
            name: sirketadi firmaadi nama perusahaan namaperusahaan ten congty tencongty поставщик производитель названиекомпании
            name: наименованиеорганизации назвакомпанії постачальник επωνυμία εταιρεία όνομα ชื่อ บริษัท ชื่อบริษัท 供应商 供应商名称
            name: 供應商 制造商 厂商 廠商 公司名稱 企業名稱 会社名称 取引先 取引先名 仕入先 メーカー 기업명 업체명 공급업체 제조사 법인명 المورد اسمالمورد المؤسسة
            name: שםהחברה ספק
            country: country countrycode countryname nation land staat pays pais paese pajs kraj zeme orszag ulke страна країна 国家 国 國家 国名
            country: 국가 나라 الدولة البلد מדינה ארץ
            country: countryofincorporation countryofregistration countryoforigin countryofdomicile countryregion countryiso isocountry
            country: jurisdiction landescode sitzland paysdorigine paisdeorigen странарегистрации χώρα ประเทศ quocgia negara maa 国家地区
            country: 国家代码 国名コード 国コード 국가명 국가코드 بلد
            reference: reference ref referenz referencia riferimento yourreference rownumber
            id: id
            identifier: identifier lei leicode isin isincode wikidata wikidataid mccmnc
            """);

    private static Map<String, String> words(String lines) {
        Map<String, String> words = new HashMap<>();
        lines.lines().forEach(line -> Arrays.stream(
                        line.substring(line.indexOf(':') + 2).split(" "))
                .forEach(word -> words.put(plain(word), line.substring(0, line.indexOf(':')))));
        return words;
    }

    /** @param headers as they stand, without spaces at their ends */
    static ScreeningColumns of(List<String> headers) {
        Map<String, String> found = new HashMap<>();
        headers.stream().filter(FIELDS::contains).forEach(header -> found.put(header, header));
        headers.stream().filter(header -> !FIELDS.contains(header)).forEach(header -> {
            String field = WORDS.get(plain(header));
            if (field != null) {
                found.putIfAbsent(field, header);
            }
        });
        Map<String, String> taken = new LinkedHashMap<>();
        FIELDS.stream().filter(found::containsKey).forEach(field -> taken.put(field, found.get(field)));
        List<String> others = new ArrayList<>(headers);
        others.removeAll(taken.values());
        return new ScreeningColumns(taken, others);
    }

    /**
     * The identifier that a cell of the column for identifiers has: where the header says whose identifiers they are, the cell
     * may do without.
     *
     * @param cell null if there is no such column
     */
    @Nullable
    String identifier(@Nullable String cell) {
        if (cell == null || cell.isBlank() || IdentifierText.isMeant(cell)) {
            return cell;
        }
        String header = plain(taken.get("identifier"));
        return Arrays.stream(IdentifierScheme.values())
                .map(IdentifierScheme::text)
                .filter(scheme -> header.startsWith(plain(scheme)))
                .findFirst()
                .map(scheme -> scheme + ":" + cell.strip())
                .orElse(cell);
    }

    private static String plain(@Nullable String header) {
        String apart = Normalizer.normalize(header, Normalizer.Form.NFKD);
        return NO_LETTER
                .matcher(MARKS.matcher(apart).replaceAll(""))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('ı', 'i');
    }
}
