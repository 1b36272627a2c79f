// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/bankgroup.h"

using namespace Qt::StringLiterals;

namespace ui {
namespace {

/// A reading that takes longer is told to the user.
constexpr core::Millis silenceTold{1500};

} // namespace

BankGroup::BankGroup(QList<Connection> members, PasswordDesk &passwords, const core::Clock &clock,
                     Retirement &retirement, KeptSums &sums, QObject *parent)
    : QObject(parent)
    , m_members(std::move(members))
    , m_passwords(passwords)
    , m_clock(clock)
    , m_retirement(retirement)
    , m_sums(sums)
    , m_silence(this)
{
    m_silence.setInterval(std::chrono::milliseconds(500));
    connect(&m_silence, &QTimer::timeout, this, &BankGroup::noteSilence);
    connect(&m_passwords, &PasswordDesk::passwordKnown, this, [this](const QString &id) {
        for (const Connection &member : m_members) {
            if (member.id == id)
                return findPasswords();
        }
    });
}

BankGroup::~BankGroup()
{
    m_retirement.take(std::move(m_watch));
}

void BankGroup::setWatching(bool on)
{
    if (std::exchange(m_watching, on) == on)
        return;
    if (on && !m_watch)
        return findPasswords();
    on ? m_silence.start() : m_silence.stop();
    if (m_watch)
        m_watch->post([on](BankWatch &watch) { watch.setWatching(on); });
}

void BankGroup::readNow()
{
    if (!m_watch)
        return findPasswords();
    m_watch->post([](BankWatch &watch) { watch.readNow(); });
}

void BankGroup::showAccounts(int position, int afterUser)
{
    if (m_watch)
        m_watch->post([position, afterUser](BankWatch &watch) { watch.showAccounts(position, afterUser); });
}

void BankGroup::showUser(int position, int userId)
{
    if (m_watch)
        m_watch->post([position, userId](BankWatch &watch) { watch.showUser(position, userId); });
}

/// A password that was given anew opens everything anew: the one before may have been wrong.
void BankGroup::findPasswords()
{
    m_retirement.take(std::move(m_watch));
    m_readingSince.reset();
    m_found.fill(std::nullopt);
    for (int position = 0; position < m_members.size(); ++position) {
        m_passwords.find(m_members.at(position), this,
                         [this, position](const core::Result<QString> &password) { takePassword(position, password); });
    }
}

void BankGroup::takePassword(int position, const core::Result<QString> &password)
{
    if (password.ok())
        m_found.at(std::size_t(position)) = *password;
    const bool allAreKnown = m_found[0] && (m_members.size() < 2 || m_found[1]);
    if (allAreKnown && !m_watch)
        open();
    emit changed();
}

void BankGroup::open()
{
    const auto sourceOf = [this](int position) {
        const core::bank::DatabaseUrl &place = m_members.at(position).place;
        return BankSource{place, *m_found.at(std::size_t(position)), m_sums.of(place)};
    };
    const BankSource sender = sourceOf(0);
    std::optional<BankSource> receiver;
    if (m_members.size() > 1)
        receiver = sourceOf(1);
    m_watch = std::make_unique<OnThread<BankWatch>>(
        u"bank-watch"_s, [&] { return std::make_unique<BankWatch>(sender, receiver, m_clock); });
    const BankWatch *watch = m_watch->object();
    const auto isCurrent = [this, watch] { return m_watch && m_watch->object() == watch; };
    connect(watch, &BankWatch::readingBegan, this, [this, isCurrent] {
        if (isCurrent())
            m_readingSince = m_clock.now();
    });
    connect(watch, &BankWatch::readingCame, this, [this, isCurrent](const PairReading &reading) {
        if (isCurrent())
            take(reading);
    });
    m_watch->post([on = m_watching](BankWatch &opened) { opened.setWatching(on); });
    if (m_watching)
        m_silence.start();
}

void BankGroup::take(const PairReading &reading)
{
    m_readingSince.reset();
    m_book.apply(reading);
    emit changed();
}

void BankGroup::noteSilence()
{
    if (m_readingSince && m_clock.now() - *m_readingSince >= silenceTold)
        emit changed();
}

BankPage BankGroup::page(int position) const
{
    BankPage page = m_book.page(position);
    page.needsPassword = m_watching && !m_found.at(std::size_t(position));
    if (m_readingSince && m_clock.now() - *m_readingSince >= silenceTold)
        page.waitingSince = m_readingSince;
    return page;
}

} // namespace ui
