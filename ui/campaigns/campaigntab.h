// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/projects/projectqueries.h"
#include "ui/common/services.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"

#include <QWidget>

namespace encore::ui
{

/// What a tab of a campaign works on: how it stands and all that it says.
struct CampaignCase {
    commands::Projects::Row status;
    commands::ProjectDetails::Row details;
    QString zone; ///< IANA
    [[nodiscard]] const domain::Project& project() const { return details.project; }
};

/// One part of a campaign's screen.
class CampaignTab : public QWidget
{
    Q_OBJECT

public:
    CampaignTab(const Services& services, Theme& theme, QWidget* parent) : QWidget(parent), m_services(services), m_theme(theme) { }

    void setCase(const CampaignCase& campaign)
    {
        const bool isAnother = !m_case || !(m_case->project().id == campaign.project().id);
        m_case = campaign;
        show(isAnother);
    }
    void retranslate()
    {
        m_wording.sayAgain();
        if (m_case)
            show(false);
    }
    [[nodiscard]] virtual bool isDirty() const { return false; } ///< something typed is not saved
    virtual void save() { }
    virtual void discard() { }

Q_SIGNALS:
    void changed(); ///< something was written
    void refused(const QString& words); ///< something was not

protected:
    /// Shows m_case; @p isAnother: it is not the one that stood here before.
    virtual void show(bool isAnother) = 0;

    /// Runs a command and says that something changed, or why it did not.
    template<class C>
    void run(const C& command, std::function<void()> done = {}, std::optional<qint64> baseVersion = {})
    {
        commands::CommandRequest request = makeRequest(command, commands::owner());
        request.baseVersion = baseVersion;
        m_services.commands->run(request, this, [this, done = std::move(done)](const domain::Result<commands::Outcome>& outcome) {
            if (!outcome) {
                tellRefused(outcome.error());
                return;
            }
            if (done)
                done();
            Q_EMIT changed();
        });
    }
    void tellRefused(const domain::Error& error);

    Services m_services;
    Theme& m_theme;
    Wording m_wording;
    std::optional<CampaignCase> m_case;
};

} // namespace encore::ui
