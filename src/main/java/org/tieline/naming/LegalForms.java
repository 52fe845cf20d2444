package org.tieline.naming;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What companies are by law, as it is written beside their names: {@code Ltd}, {@code GmbH}, {@code 株式会社}. Such words
 * are weak: most people leave them out, and so they tell organizations apart only where both sides have them.
 *
 * <p>The list holds forms that are common among telecom companies and the vendors they buy from. One line each: the word
 * that stands for the form, and the ways to write it after normalisation. Words of one form are parted by a hyphen.
 */
final class LegalForms {
    private static final String FORMS = """
            inc: inc incorporated
            corp: corp corporation
            co: co company
            ltd: ltd limited
            llc: llc
            llp: llp
            plc: plc
            pvt: pvt private
            pte: pte
            pty: pty proprietary
            gmbh: gmbh
            kg: kg
            ag: ag
            se: se
            sa: sa
            sas: sas
            sarl: sarl
            spa: spa
            srl: srl
            sl: sl slu
            sae: sae
            saog: saog saoc
            sab: sab-de-cv
            cv: sa-de-cv
            ltda: ltda limitada
            sac: sac
            bv: bv
            nv: nv
            ab: ab
            asa: asa
            as: as
            aps: aps
            oy: oy
            oyj: oyj
            zrt: zrt
            nyrt: nyrt
            kft: kft
            doo: doo
            dd: dd
            ad: ad
            ead: ead
            sro: sro
            zoo: sp-z-oo sp-zoo spzoo
            jsc: jsc
            pjsc: pjsc
            ojsc: ojsc
            pao: pao пао
            oao: oao оао
            ooo: ooo ооо
            zao: zao зао
            ao: ao ао
            qsc: qsc qpsc
            bhd: bhd berhad
            sdn: sdn
            tbk: tbk
            pt: pt
            kk: kk kabushiki-kaisha 株式会社 株 주식회사 주
            yk: yk 有限会社
            gk: gk 合同会社
            cn-ltd: 有限公司 有限责任公司 有限責任公司
            cn-plc: 股份有限公司 股份公司
            """;

    /** Forms that stand before a name as well as after it. */
    private static final Set<String> LEADING = Set.of("pt", "pao", "oao", "ooo", "zao", "ao", "kk", "yk", "gk");

    /** By the words that a form is written in. */
    private static final Map<List<String>, String> FORM_OF = new HashMap<>();

    private static final int MOST_WORDS;

    /** Forms that are written without a space before them, longest first. */
    static final List<String> GLUED;

    static {
        FORMS.lines().forEach(line -> {
            String[] sides = line.split(": ");
            for (String written : sides[1].split(" ")) {
                FORM_OF.put(List.of(written.split("-")), sides[0]);
            }
        });
        MOST_WORDS = FORM_OF.keySet().stream().mapToInt(List::size).max().orElseThrow();
        GLUED = FORM_OF.keySet().stream()
                .filter(words -> words.size() == 1 && words.getFirst().length() > 1)
                .map(List::getFirst)
                .filter(word -> Scripts.eastAsian(word.codePointAt(0)))
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private LegalForms() {}

    /**
     * A name parted into what names and what is weak.
     *
     * @param words what is left, at least one word if there was one
     * @param forms the forms that stood at its ends
     */
    record Parted(List<String> words, Set<String> forms) {}

    /** Sets the forms at the ends of a name aside, unless nothing would be left. */
    static Parted part(List<String> all) {
        List<String> words = new ArrayList<>(all);
        Set<String> forms = new TreeSet<>();
        List<String> found = ending(words);
        while (found != null) {
            forms.add(FORM_OF.get(found));
            words.subList(words.size() - found.size(), words.size()).clear();
            found = ending(words);
        }
        if (words.size() > 1) {
            String first = FORM_OF.get(List.of(words.getFirst()));
            if (first != null && LEADING.contains(first)) {
                forms.add(first);
                words.removeFirst();
            }
        }
        return new Parted(List.copyOf(words), forms);
    }

    /** The longest form that the words end in, unless nothing would be left; null if there is none. */
    private static List<String> ending(List<String> words) {
        for (int count = Math.min(MOST_WORDS, words.size() - 1); count > 0; count--) {
            List<String> last = words.subList(words.size() - count, words.size());
            if (FORM_OF.containsKey(last)) {
                return List.copyOf(last);
            }
        }
        return null;
    }
}
