// SPDX-License-Identifier: Apache-2.0
#include "core/faults/scenarioparser.h"

#include "core/faults/verbs.h"

#include <algorithm>

namespace core::faults {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype fileBytesMax = 64 * 1024;
constexpr int seedMax = 1'000'000'000;
constexpr int coordinatorsMax = 2;
constexpr int scenarioUsersMax = 1'000'000;

QByteArrayList verbNames()
{
    QByteArrayList names;
    for (const Verb &verb : verbs())
        names.append(verb.name);
    return names;
}

const Verb *verbNamed(const QByteArray &name)
{
    const auto found =
        std::find_if(verbs().cbegin(), verbs().cend(), [&](const Verb &verb) { return verb.name == name; });
    return found == verbs().cend() ? nullptr : &*found;
}

QString tooMuch(const LineRead &line)
{
    return u"'%1' is too much on this line"_s.arg(QString::fromUtf8(line.peek()));
}

/// Puts a scenario together, line by line.
class ScenarioParser final
{
public:
    explicit ScenarioParser(const QString &name) { m_scenario.name = name; }

    void readLine(const QByteArray &text);
    void finish();

    /// The first line that is wrong, and why.
    const std::optional<QString> &problem() const { return m_problem; }
    Scenario scenario() && { return std::move(m_scenario); }

private:
    void readCaption(LineRead &line, const QByteArray &language);
    void readHead(LineRead &line, const QByteArray &word);
    void readTitle(LineRead &line);
    void readSeed(LineRead &line);
    void readAccount(LineRead &line);
    void readFault(LineRead &line);
    void readCoordinators(LineRead &line);
    void readDatabase(LineRead &line);
    void readStep(LineRead &line, const Verb &verb, const QByteArray &text);
    void checkPart(LineRead &line, Part part);
    void checkUsers(LineRead &line, const TransferAction &transfer);
    void checkLabel(LineRead &line, const Action &action);
    void checkScene(const Scene &scene, LineRead &line);
    void noteFaultLabels(const QList<Fault> &faults);
    void checkFaultLabels();
    bool hasAccount(Part bank, int user) const;
    void keep(const LineRead &line, const QString &form);

    Scenario m_scenario;
    int m_line = 0;
    QByteArrayList m_labels;
    QList<std::pair<int, QByteArray>> m_faultLabels; ///< with their lines
    bool m_expects = false;
    std::optional<QString> m_problem;
};

void ScenarioParser::keep(const LineRead &line, const QString &form)
{
    if (m_problem || !line.problem())
        return;
    const QString right = form.isEmpty() ? QString() : u"; the line is: "_s + form;
    m_problem = u"%1.txt:%2: %3%4"_s.arg(m_scenario.name, QString::number(m_line), *line.problem(), right);
}

void ScenarioParser::readLine(const QByteArray &text)
{
    ++m_line;
    LineRead line(text);
    if (line.atEnd() || line.peek().startsWith('#'))
        return;
    if (!text.isValidUtf8()) {
        line.fail(u"the line is not UTF-8"_s);
        return keep(line, {});
    }
    const QByteArray word = line.word({});
    if (word == "en" || word == "zh")
        return readCaption(line, word);
    if (const Verb *verb = verbNamed(word))
        return readStep(line, *verb, text.simplified());
    readHead(line, word);
}

void ScenarioParser::readCaption(LineRead &line, const QByteArray &language)
{
    const QString text = QString::fromUtf8(line.rest(u"the caption"_s));
    const bool startsScene = m_scenario.scenes.isEmpty() || !m_scenario.scenes.last().steps.isEmpty();
    if (startsScene)
        m_scenario.scenes.append(Scene{});
    Caption &caption = m_scenario.scenes.last().caption;
    QString &place = language == "en" ? caption.english : caption.chinese;
    if (!place.isEmpty())
        line.fail(u"a second '%1' before any step: a caption is one line a language"_s.arg(QLatin1String(language)));
    place = text;
    keep(line, QLatin1String(language) + u" TEXT"_s);
}

void ScenarioParser::readHead(LineRead &line, const QByteArray &word)
{
    static const QHash<QByteArray, void (ScenarioParser::*)(LineRead &)> readers{
        {"title", &ScenarioParser::readTitle},
        {"seed", &ScenarioParser::readSeed},
        {"coordinators", &ScenarioParser::readCoordinators},
        {"database", &ScenarioParser::readDatabase},
        {"account", &ScenarioParser::readAccount},
        {"fault", &ScenarioParser::readFault}};
    const auto reader = readers.value(word, nullptr);
    if (!reader)
        line.fail(
            u"'%1' begins no line: at the top title, seed, account, fault, coordinators or database own, then en and zh for a caption, then %2"_s
                .arg(QString::fromUtf8(word), QString::fromLatin1(verbNames().join(", "))));
    else if (!m_scenario.scenes.isEmpty())
        line.fail(u"%1 stands above the first caption"_s.arg(QLatin1String(word)));
    else
        (this->*reader)(line);
    if (!line.atEnd())
        line.fail(tooMuch(line));
    keep(line, {});
}

void ScenarioParser::readSeed(LineRead &line)
{
    m_scenario.seed = line.number(u"a seed"_s, 1, seedMax);
}

void ScenarioParser::readTitle(LineRead &line)
{
    const bool isEnglish = line.take("en");
    if (!isEnglish)
        line.keyword("zh");
    QString &place = isEnglish ? m_scenario.title.english : m_scenario.title.chinese;
    if (!place.isEmpty())
        line.fail(u"a second title in this language"_s);
    place = QString::fromUtf8(line.rest(u"the title"_s));
}

void ScenarioParser::readAccount(LineRead &line)
{
    const Part bank = line.bank();
    const int user = line.number(u"a user"_s, 1, scenarioUsersMax);
    const Money balance = line.money();
    if (!line.problem() && hasAccount(bank, user))
        line.fail(u"the %1 has a user %2 already"_s.arg(QLatin1String(partName(bank))).arg(user));
    m_scenario.accounts.append({bank, user, balance});
}

void ScenarioParser::readCoordinators(LineRead &line)
{
    m_scenario.coordinators = line.number(u"a number of coordinators"_s, 1, coordinatorsMax);
}

void ScenarioParser::readDatabase(LineRead &line)
{
    line.keyword("own");
    m_scenario.hasOwnDatabase = !line.problem();
}

/// A part that the story does not have by itself needs its line at the top.
void ScenarioParser::checkPart(LineRead &line, Part part)
{
    if (part == Part::SecondCoordinator && m_scenario.coordinators < 2)
        line.fail(u"the story has one coordinator: 'coordinators 2' at the top gives it another on the same store"_s);
    if (part == Part::Database && !m_scenario.hasOwnDatabase)
        line.fail(u"the story has no database server of its own: 'database own' at the top gives it one"_s);
}

void ScenarioParser::readFault(LineRead &line)
{
    const Part part = line.program();
    checkPart(line, part);
    const QList<Fault> faults = line.faults();
    noteFaultLabels(faults);
    m_scenario.armed.append({part, faults});
}

/// A fault may name a transfer that stands below: what they name is checked at the end.
void ScenarioParser::noteFaultLabels(const QList<Fault> &faults)
{
    for (const Fault &fault : faults) {
        if (!fault.gid.isEmpty())
            m_faultLabels.append({m_line, fault.gid});
    }
}

void ScenarioParser::readStep(LineRead &line, const Verb &verb, const QByteArray &text)
{
    Action action = verb.read(line);
    if (!line.problem() && !line.atEnd())
        line.fail(tooMuch(line));
    if (!line.problem() && m_scenario.scenes.isEmpty())
        line.fail(u"a step needs a caption above it: a line with en and one with zh"_s);
    if (!line.problem() && m_scenario.scenes.last().steps.isEmpty())
        checkScene(m_scenario.scenes.last(), line);
    if (const auto part = partOf(action); part && !line.problem())
        checkPart(line, *part);
    if (!line.problem())
        checkLabel(line, action);
    keep(line, QString::fromUtf8(verb.form));
    if (m_problem)
        return;
    m_expects = m_expects || verb.name == "expect";
    m_scenario.scenes.last().steps.append(Step{m_line, text, std::move(action)});
}

void ScenarioParser::checkScene(const Scene &scene, LineRead &line)
{
    if (scene.caption.english.isEmpty() || scene.caption.chinese.isEmpty())
        line.fail(u"the caption above lacks its line with '%1'"_s.arg(
            scene.caption.english.isEmpty() ? QLatin1String("en") : QLatin1String("zh")));
}

void ScenarioParser::checkLabel(LineRead &line, const Action &action)
{
    if (const auto *restart = std::get_if<RestartAction>(&action))
        noteFaultLabels(restart->faults);
    if (const auto *arm = std::get_if<ArmAction>(&action))
        noteFaultLabels(arm->faults);
    const auto *transfer = std::get_if<TransferAction>(&action);
    const QByteArray label = labelOf(action);
    if (transfer && m_labels.contains(label))
        line.fail(u"there is a transfer '%1' already"_s.arg(QLatin1String(label)));
    else if (transfer)
        checkUsers(line, *transfer);
    else if (!label.isEmpty() && !m_labels.contains(label))
        line.fail(u"no line above transfers '%1'"_s.arg(QLatin1String(label)));
    if (transfer)
        m_labels.append(label);
}

void ScenarioParser::checkUsers(LineRead &line, const TransferAction &transfer)
{
    if (!hasAccount(Part::Sender, transfer.from))
        line.fail(u"the sender has no user %1: it needs a line with account above"_s.arg(transfer.from));
    if (!hasAccount(Part::Receiver, transfer.to))
        line.fail(u"the receiver has no user %1: it needs a line with account above"_s.arg(transfer.to));
}

bool ScenarioParser::hasAccount(Part bank, int user) const
{
    return std::any_of(m_scenario.accounts.cbegin(), m_scenario.accounts.cend(),
                       [&](const ScenarioAccount &account) { return account.bank == bank && account.user == user; });
}

void ScenarioParser::checkFaultLabels()
{
    for (const auto &[faultLine, label] : std::as_const(m_faultLabels)) {
        if (m_labels.contains(label))
            continue;
        LineRead line({});
        m_line = faultLine;
        line.fail(u"gid:%1 names no transfer of this file; it takes a label"_s.arg(QString::fromUtf8(label)));
        keep(line, {});
    }
}

void ScenarioParser::finish()
{
    checkFaultLabels();
    LineRead end({});
    if (m_scenario.title.english.isEmpty() || m_scenario.title.chinese.isEmpty())
        end.fail(u"the file ends without its two titles: title en TEXT and title zh TEXT"_s);
    else if (m_labels.isEmpty())
        end.fail(u"the file ends without a transfer"_s);
    else if (m_scenario.scenes.last().steps.isEmpty())
        end.fail(u"the file ends with a caption that no step follows"_s);
    else if (!m_expects)
        end.fail(u"the file ends without an expect: it would prove nothing"_s);
    keep(end, {});
}

} // namespace

Result<Scenario> parseScenario(const QString &name, const QByteArray &text)
{
    if (text.size() > fileBytesMax)
        return Error::invalid("scenario", u"%1.txt:1: the file is longer than %2 bytes"_s.arg(name).arg(fileBytesMax));
    ScenarioParser parser(name);
    const QByteArrayList lines = text.split('\n');
    for (const QByteArray &line : lines.mid(0, text.endsWith('\n') ? lines.size() - 1 : lines.size())) {
        parser.readLine(line);
        if (parser.problem())
            return Error::invalid("scenario", *parser.problem());
    }
    parser.finish();
    if (parser.problem())
        return Error::invalid("scenario", *parser.problem());
    return std::move(parser).scenario();
}

} // namespace core::faults
